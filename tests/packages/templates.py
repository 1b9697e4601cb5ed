"""The sentences of the template grammar, German and English side by side.

"[hat|h]" and "[has|h]" are linked words, "{thing[acc]}" is a slot in one of its
forms; a slot's kind is its name without the number behind it.
"""

from __future__ import annotations

Template = tuple[str, str]

CLAUSES: tuple[Template, ...] = (
    (
        "{agent[nom]} {verb[present]} {thing[acc]}{verb[tail]}",
        "{agent[en]} {verb[en_present]} {thing[en]}",
    ),
    (
        "{agent[nom]} {verb[past]} {thing[acc]}{verb[tail]}",
        "{agent[en]} {verb[en_past]} {thing[en]}",
    ),
    (
        "{agent[nom]} [hat|h] {thing[acc]} {verb[participle]}",
        "{agent[en]} [has|h] {verb[en_participle]} {thing[en]}",
    ),
    (
        "{agent[nom]} {modal[de]} {thing[acc]} {verb[infinitive]}",
        "{agent[en]} {modal[en]} {verb[en]} {thing[en]}",
    ),
    (
        "[am|x] {date[de]} {verb[past]} {agent[nom]} {thing[acc]}{verb[tail]}",
        "[on|x] {date[en]}, {agent[en]} {verb[en_past]} {thing[en]}",
    ),
    (
        "[in|x] {place[de]} {verb[present]} {agent[nom]} {thing[acc]}{verb[tail]}",
        "[in|x] {place[en]}, {agent[en]} {verb[en_present]} {thing[en]}",
    ),
    (
        "{item[nom]} [wird|w] [in|i] {place[de]} {verb[participle]}",
        "{item[en]} [is|w] {verb[en_participle]} [in|i] {place[en]}",
    ),
    (
        "{item[nom]} [wurde|w] [von|v] {firm[de]} {verb[participle]}",
        "{item[en]} [was|w] {verb[en_participle]} [by|v] {firm[en]}",
    ),
    (
        "{items[nom]} [werden|w] [von|v] {firm[de]} {verb[participle]}",
        "{items[en]} [are|w] {verb[en_participle]} [by|v] {firm[en]}",
    ),
    (
        "{item[nom]} [von|v] {firm[de]} [ist|i] {adj[de]}",
        "{item[en]} [from|v] {firm[en]} [is|i] {adj[en]}",
    ),
    (
        "{item[nom]} [ist|i] {more[de]} [als|a] {item2[nom]}",
        "{item[en]} [is|i] {more[en]} [than|a] {item2[en]}",
    ),
    (
        "[der|d] [Umsatz|u] [von|o] {firm[de]} {move[de]}"
        " [um|b] {decimal[de]} [Prozent|p]",
        "[the|d] [revenue|u] [of|o] {firm[en]} {move[en]}"
        " [by|b] {decimal[en]} [percent|p]",
    ),
    (
        "[die|d] [Zahl|z] {items[the_gen]} {move[de]} [auf|a] {count[de]}",
        "[the|d] [number|z] of {items[the_en]} {move[en]} [to|a] {count[en]}",
    ),
    (
        "[im|x] {month[de]} {year[de]} {verb[past]} {agent[nom]}"
        " {thing[acc]}{verb[tail]}",
        "[in|x] {month[en]} {year[en]}, {agent[en]} {verb[en_past]} {thing[en]}",
    ),
    (
        "[im|x] {month[de]} hat {agent[nom]} [in|i] {place[de]}"
        " {thing[acc]} {verb[participle]}",
        "[in|x] {month[en]}, {agent[en]} {verb[en_past]}"
        " {thing[en]} [in|i] {place[en]}",
    ),
    (
        "[am|x] {date[de]} hat {agent[nom]} {thing[acc]} {verb[participle]}",
        "[on|x] {date[en]} {agent[en]} {verb[en_past]} {thing[en]}",
    ),
    (
        "{items[the_nom]} {owners[the_gen]} [sind|s] {adj[de]}",
        "{owners[the_en]}' {items[bare_en]} [are|s] {adj[en]}",
    ),
    (
        "[der|d] [Markt|m] [für|f] {items[bare_acc]} {grow[de]} {adverb[de]}",
        "[the|d] [market|m] [for|f] {items[bare_en]} is {grow[en]} {adverb[en]}",
    ),
    (
        "[in|i] {place[de]} {grow[de]} [der|d] [Markt|m] {adverb[de]}",
        "[the|d] [market|m] is {grow[en]} {adverb[en]} [in|i] {place[en]}",
    ),
    (
        "{item[the_nom]} {item2[the_gen]} [ist|i] {adj[de]}",
        "{item[the_en]} of {item2[the_en]} [is|i] {adj[en]}",
    ),
    (
        "[vor|v] [allem|v] [in|i] {place[de]} {verb[present]} {agent[nom]}"
        " {thing[acc]}{verb[tail]}",
        "{agent[en]} {verb[en_present]} {thing[en]},"
        " [above|v] [all|v] [in|i] {place[en]}",
    ),
    (
        "{item[nom]} [soll|s] {year[de]} [auf|a] [den|d] [Markt|m] [kommen|k]",
        "{item[en]} [is|s] to [come|k] [onto|a] [the|d] [market|m] in {year[en]}",
    ),
    (
        "[die|d] {figure[de]} [für|f] {thing[acc]} [sind|s]"
        " [um|b] {decimal[de]} [Prozent|p] {rise[de]}",
        "[the|d] {figure[en]} [of|f] {thing[en]} [have|s] {rise[en]}"
        " [by|b] {decimal[en]} [percent|p]",
    ),
    (
        "[wenige|v] [Menschen|m] {verb[plural]} {thing[acc]}{verb[tail]}",
        "[few|v] [people|m] {verb[en]} {thing[en]}",
    ),
    (
        "[viele|v] [Menschen|m] {verb[plural]} {thing[acc]}{verb[tail]}",
        "[many|v] [people|m] {verb[en]} {thing[en]}",
    ),
    (
        "{product[de]} {verb[present]} {thing[acc]}{verb[tail]}",
        "{product[en]} {verb[en_present]} {thing[en]}",
    ),
)
"""Main clauses that begin with anything but the verb, without the stop."""

SUBCLAUSES: tuple[Template, ...] = (
    (
        "{agent[nom]} {thing[acc]} {verb[final]}",
        "{agent[en]} {verb[en_present]} {thing[en]}",
    ),
    (
        "{agent[nom]} {thing[acc]} {verb[final_past]}",
        "{agent[en]} {verb[en_past]} {thing[en]}",
    ),
    (
        "{agent[nom]} {thing[acc]} {verb[participle]} [hat|h]",
        "{agent[en]} [has|h] {verb[en_participle]} {thing[en]}",
    ),
    (
        "{agent[nom]} {thing[acc]} {verb[infinitive]} {modal[de]}",
        "{agent[en]} {modal[en]} {verb[en]} {thing[en]}",
    ),
    (
        "{item[nom]} {more[de]} [ist|i] [als|a] {item2[nom]}",
        "{item[en]} [is|i] {more[en]} [than|a] {item2[en]}",
    ),
    (
        "[die|d] {figure[de]} [um|b] {decimal[de]} [Prozent|p] {rise[de]} [sind|s]",
        "{figure[en]} [have|s] {rise[en]} [by|b] {decimal[en]} [percent|p]",
    ),
    (
        "[der|d] [Markt|m] [in|i] {place[de]} {adverb[de]} {grow[de]}",
        "[the|d] [market|m] [in|i] {place[en]} is {grow[en]} {adverb[en]}",
    ),
    (
        "{item[nom]} {count[de]} {money[de]} [kostet|k]",
        "{item[en]} [costs|k] {count[en]} {money[en]}",
    ),
)
"""Clauses with the verb at the end, for "dass", "weil" and "wenn"."""

INVERTED: tuple[Template, ...] = (
    (
        "{verb[present]} {agent[nom]} {thing[acc]}{verb[tail]}",
        "{agent[en]} {verb[en_present]} {thing[en]}",
    ),
    (
        "{modal[de]} {agent[nom]} {thing[acc]} {verb[infinitive]}",
        "{agent[en]} {modal[en]} {verb[en]} {thing[en]}",
    ),
    (
        "[ist|i] {item[nom]} {more[de]} [als|a] {item2[nom]}",
        "{item[en]} [is|i] {more[en]} [than|a] {item2[en]}",
    ),
)
"""Main clauses behind something else, with the verb in front."""

SENTENCES: tuple[Template, ...] = (
    *((f"{source}.", f"{target}.") for source, target in CLAUSES),
    (
        "„{clause[de]}“, [sagte|s] {person[de]}.",
        "“{clause[en]},” [said|s] {person[en]}.",
    ),
    (
        "„{clause[de]}“, [sagte|s] {person[de]}, {role[de]} [von|v] {firm[de]}.",
        "“{clause[en]},” [said|s] {person[en]}, {role[en]} [of|v] {firm[en]}.",
    ),
    ("{person[de]}: „{clause[de]}.“", "{person[en]}: “{clause[en]}.”"),
    (
        "{person[de]} [sagte|s], [dass|d] {sub[de]}.",
        "{person[en]} [said|s] [that|d] {sub[en]}.",
    ),
    (
        "{person[de]}, {role[de]} [von|v] {firm[de]}, [glaubt|g], [dass|d] {sub[de]}.",
        "{person[en]}, {role[en]} [of|v] {firm[en]}, [believes|g] [that|d] {sub[en]}.",
    ),
    ("{clause[de]}, [sagt|s] {person[de]}.", "{clause[en]}, [says|s] {person[en]}."),
    (
        "{item[nom]} [zeigt|z], [dass|d] {sub[de]}.",
        "{item[en]} [shows|z] [that|d] {sub[en]}.",
    ),
    (
        "[vor|v] [allem|v] [in|i] {place[de]} {grow[de]}"
        " [der|d] [Markt|m] [für|f] {items[bare_acc]}.",
        "[the|d] [market|m] [for|f] {items[bare_en]} is {grow[en]},"
        " [above|v] [all|v] [in|i] {place[en]}.",
    ),
    (
        "{items[the_nom]} [von|o] {firm[de]} [sind|s]"
        " [nach|n] [Angaben|n] {owner[the_gen]} {adj[de]}.",
        "[according|n] [to|n] {owner[the_en]},"
        " {items[the_en]} [from|o] {firm[en]} [are|s] {adj[en]}.",
    ),
    (
        "[nach|n] [Angaben|n] {owner[the_gen]} {verb[present]} {firm[de]}"
        " {thing[acc]}{verb[tail]}.",
        "[according|n] [to|n] {owner[the_en]}, {firm[en]} {verb[en_present]}"
        " {thing[en]}.",
    ),
    (
        "[nach|n] [Angaben|n] [von|v] {firm[de]} {verb[present]} {agent[nom]}"
        " {thing[acc]}{verb[tail]}.",
        "[according|n] [to|v] {firm[en]}, {agent[en]} {verb[en_present]} {thing[en]}.",
    ),
    ("{clause[de]}, [weil|w] {sub[de]}.", "{clause[en]} [because|w] {sub[en]}."),
    ("{clause[de]}, [aber|a] {clause2[de]}.", "{clause[en]}, [but|a] {clause2[en]}."),
    ("[wenn|w] {sub[de]}, {inverted[de]}.", "[if|w] {sub[en]}, {inverted[en]}."),
    (
        "[warum|w] {verb[present]} {agent[nom]} {thing[acc]}{verb[tail]}?",
        "[why|w] does {agent[en]} {verb[en]} {thing[en]}?",
    ),
    (
        "[laut|l] {firm[de]} [kostet|k] {item[nom]} {count[de]} {money[de]}.",
        "[according|l] [to|l] {firm[en]}, {item[en]} [costs|k]"
        " {count[en]} {money[en]}.",
    ),
    (
        "{firm[de]} [investiert|i] {decimal[de]} [Milliarden|m] {money[de]}"
        " [in|n] {thing[acc]}.",
        "{firm[en]} [invests|i] {decimal[en]} [billion|m] {money[en]}"
        " [in|n] {thing[en]}.",
    ),
    (
        "[ohne|o] {thing[acc]} [kann|k] {agent[nom]} {thing2[acc]}"
        " [nicht|k] {verb[infinitive]}.",
        "[without|o] {thing[en]}, {agent[en]} [cannot|k] {verb[en]} {thing2[en]}.",
    ),
    (
        "[mit|m] {thing[dat]} {verb[present]} {agent[nom]} {thing2[acc]}{verb[tail]}.",
        "[with|m] {thing[en]}, {agent[en]} {verb[en_present]} {thing2[en]}.",
    ),
    (
        "{person[de]}, {role[de]} [von|v] {firm[de]},"
        " {verb[past]} {thing[acc]}{verb[tail]}.",
        "{person[en]}, {role[en]} [of|v] {firm[en]}, {verb[en_past]} {thing[en]}.",
    ),
    (
        "{firm[de]} [beschäftigt|b] {count[de]} [Mitarbeiter|m] [in|i] {place[de]}.",
        "{firm[en]} [employs|b] {count[en]} [people|m] [in|i] {place[en]}.",
    ),
    (
        "{agent[nom]} {verb[past]} {thing[acc]}{verb[tail]},"
        " [um|u] {thing2[acc]} {verb2[zu]}.",
        "{agent[en]} {verb[en_past]} {thing[en]} [to|u] {verb2[en]} {thing2[en]}.",
    ),
    (
        "{item[nom]}, {item[rel]} {firm[de]} {verb[final_past]}, [ist|i] {adj[de]}.",
        "{item[en]} that {firm[en]} {verb[en_past]} [is|i] {adj[en]}.",
    ),
    (
        "[seit|s] {year[de]} {verb[present]} {firm[de]} {thing[acc]}{verb[tail]}.",
        "{firm[en]} has {verb[en_participle]} {thing[en]} [since|s] {year[en]}.",
    ),
    (
        "{firm[de]} [und|u] {firm2[de]} {verb[plural]} {thing[acc]}{verb[tail]}.",
        "{firm[en]} [and|u] {firm2[en]} {verb[en]} {thing[en]}.",
    ),
    (
        "{place[de]} [braucht|b] [mehr|m] {thing[bare_acc]}.",
        "{place[en]} [needs|b] [more|m] {thing[bare_en]}.",
    ),
    (
        "[in|i] {place[de]} [fehlt|f] [es|e] [an|f] {thing[bare_dat]}.",
        "[there|e] [is|f] [a|f] [lack|f] [of|f] {thing[bare_en]} [in|i] {place[en]}.",
    ),
    (
        "[mehr|m] [als|a] {count[de]} [Firmen|f] {verb[plural]}"
        " {thing[acc]}{verb[tail]}.",
        "[more|m] [than|a] {count[en]} [companies|f] {verb[en]} {thing[en]}.",
    ),
    (
        "{firm[de]} [und|u] {firm2[de]}: {items[bare_nom]} [aus|a] {place[de]}",
        "{firm[en]} [and|u] {firm2[en]}: {items[bare_en]} [from|a] {place[en]}",
    ),
)
