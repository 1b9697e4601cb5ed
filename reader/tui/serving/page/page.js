"use strict";

// textual.js opens the files that the reader hands over without our token, and every
// link in an article with one click. Files get the token; nothing else is opened.
const openWindow = window.open.bind(window);
window.open = (url) => {
  const file = /^\/download\/([0-9a-f]+)$/.exec(
    URL.canParse(url, location.origin) ? new URL(url, location.origin).pathname : "",
  );
  return file ? openWindow(`download/${file[1]}`, "_blank", "noopener") : null;
};

window.addEventListener("load", () => {
  document.getElementById("again").addEventListener("click", () => location.reload());
  // textual.js reports the focus to the reader, which it cannot before it is connected.
  const connecting = new MutationObserver(() => {
    if (!document.body.classList.contains("-loaded")) return;
    connecting.disconnect();
    document.querySelector(".xterm-helper-textarea").focus();
  });
  connecting.observe(document.body, { attributeFilter: ["class"] });
  // A websocket that is refused does not say why.
  const closing = new MutationObserver(async () => {
    const { classList } = document.body;
    if (!classList.contains("-closed")) return;
    closing.disconnect();
    if (classList.contains("-first-byte")) return;
    const room = await fetch("room");
    if (room.status === 503) classList.add("-full");
  });
  closing.observe(document.body, { attributeFilter: ["class"] });
});
