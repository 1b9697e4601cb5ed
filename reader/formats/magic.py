"""What a file is that is not text, known from its first bytes."""

from __future__ import annotations

# Signatures with bytes that no German text begins with.
_SURE = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
# Signatures of letters alone: an article may begin with "GIF89a ist ein Format".
_UNSURE = (
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BZh", "a bzip2 archive"),
    (b"MZ", "a program"),
    (b"RIFF", "a WebP image or a sound"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
)
_IN_ZIP = (
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (ODT)"),
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel document (XLSX)"),
)


def name_binary(head: bytes) -> str | None:
    """Return what the file is that begins with `head`; None for what may be text.

    >>> name_binary(b"%PDF-1.7")
    'a PDF document'
    """
    for signature, name in _SURE:
        if head.startswith(signature):
            return _name_archive(head) if name == "a ZIP archive" else name
    if head[4:8] == b"ftyp" and b"\0" in head[:4]:
        return "a video or HEIC image"
    is_binary = any(byte < 9 for byte in head[:512])
    for signature, name in _UNSURE:
        if is_binary and head.startswith(signature):
            return name
    return None


def _name_archive(head: bytes) -> str:
    """Return what lies in a ZIP archive, for the documents that are one."""
    for name_inside, name in _IN_ZIP:
        if name_inside in head:
            return name
    return "a ZIP archive"
