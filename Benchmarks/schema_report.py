"""The output of bench-schemas: a table of ratios, followed by every difference and failure."""

import collections
import datetime
import platform
import statistics

from comparison import BASELINE, processor


def lines_of(numbers):
    shown = ", ".join(f"{number:,}" for number in numbers[:10])
    more = f" and {len(numbers) - 10:,} more" if len(numbers) > 10 else ""
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more}"


def remarks(sets, peers):
    """Every difference between two systems, and every failure, as list items."""
    validators = [peer.label for peer in peers if peer.kind in ("own", "validator")]
    readers = [peer.label for peer in peers if peer.kind in ("parser", "reader")]
    items = []
    for one in sets:
        for (accepting, rejecting), numbers in one.differences(validators).items():
            items.append(
                f"- `{one.name}`, {lines_of(numbers)}: valid for {', '.join(accepting)};"
                f" invalid for {', '.join(rejecting)}."
            )
        for label in readers:
            numbers = [n for n, v in zip(one.lines, one.verdicts.get(label, "")) if v == "0"]
            if numbers:
                items.append(f"- `{one.name}`, {lines_of(numbers)}: {label} cannot read the document.")
    failures = collections.defaultdict(list)
    for one in sets:
        for reason in one.failures.values():
            failures[reason].append(f"`{one.name}`")
    for reason, names in failures.items():
        where = "every schema" if len(names) == len(sets) else ", ".join(names)
        items.append(f"- {where}: {reason}.")
    return items


def valid_count(one, peers):
    """The number of documents that the first participating validator accepts."""
    labels = [p.label for p in peers if p.kind in ("own", "validator") and p.label in one.verdicts]
    return f"{one.verdicts[labels[0]].count('1'):,}" if labels else "—"


def ratio_cell(one, label):
    if label not in one.figures:
        return "—"
    ratio = one.figures[label]["ratio"]
    return f"{ratio:,.{2 if ratio < 10 else 1}f}"


def table(sets, peers):
    labels = [peer.label for peer in peers if peer.label != BASELINE]
    header = ["schema", "documents", "valid", "bytes each", "yyjson, ns each"]
    header += [f"**{p.label}**" if p.label.startswith("conform") else p.label for p in peers[1:]]
    rows = [header, ["---"] + ["---:"] * (len(header) - 1)]
    for one in sets:
        count = len(one.lines)
        cells = [one.name, f"{count:,}", valid_count(one, peers), f"{one.bytes / count:,.0f}"]
        cells.append(f"{one.figures[BASELINE]['minimum']:,.0f}")
        rows.append(cells + [ratio_cell(one, label) for label in labels])
    # A mean is meaningful only for sets in which all of them took part.
    taking_part = [label for label in labels if any(label in one.figures for one in sets)]
    common = [one for one in sets if all(label in one.figures for label in taking_part)]
    if common:
        cells = [f"geometric mean of {len(common)}", "", "", "", ""]
        for label in labels:
            ratios = [one.figures[label]["ratio"] for one in common if label in one.figures]
            cells.append(f"{statistics.geometric_mean(ratios):,.2f}" if ratios else "—")
        rows.append(cells)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def report(sets, peers, options, versions):
    documents = sum(len(one.lines) for one in sets)
    lines = [
        f"Measured on {datetime.date.today():%Y-%m-%d}, {platform.machine()}, {processor()}:"
        f" {len(sets)} schemas, {documents:,} documents; at least {options.rounds} rounds."
        " The last columns give each system's time as a multiple of yyjson's parse.",
        "",
        table(sets, peers),
        "",
    ]
    items = remarks(sets, peers)
    if items:
        lines += ["Where systems differ or cannot take part:", "", *items]
    else:
        lines += ["All validators agree on every document."]
    if options.peer:
        labels = ", ".join(peer.label for peer in options.peer)
        lines += ["", f"Built manually and added with `--peer`: {labels}."]
    return "\n".join([*lines, "", "Versions: " + ", ".join(versions) + "."])
