"""A picture of measured lines as SVG: panels side by side, both axes logarithmic, light enough to read in a document."""

import math
import pathlib
from dataclasses import dataclass
from html import escape

COLOURS = ("#1f5fa8", "#c2571a", "#3c7d3c", "#7a4a9e")
WIDTH, HEIGHT, TOP, LEFT, GAP = 400, 300, 70, 70, 30


@dataclass(frozen=True)
class Panel:
    """Lines over the same horizontal values; `lines` is {name: [value, …]}."""

    title: str
    across: str
    up: str
    values: list
    lines: dict


def draw(path, title, panels):
    """Writes the picture."""
    width = len(panels) * (WIDTH + GAP) + LEFT
    height = TOP + HEIGHT + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        label(width / 2, 24, title, size=16),
    ]
    for place, panel in enumerate(panels):
        parts += panel_parts(panel, LEFT + place * (WIDTH + GAP))
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(path).write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def panel_parts(panel, left):
    right, bottom = left + WIDTH - LEFT, TOP + HEIGHT
    drawn = [value for line in panel.lines.values() for value in line]
    across = scale(panel.values, left, right)
    up = scale(drawn, bottom, TOP)
    parts = [label((left + right) / 2, TOP - 14, panel.title), label((left + right) / 2, bottom + 42, panel.across)]
    for power in powers(drawn):
        y = up(10**power)
        parts.append(f'<path d="M{left} {y:.1f}H{right}" stroke="#e2e2e2"/>')
        parts.append(label(left - 8, y + 4, short(10**power), anchor="end"))
    for value in panel.values:
        parts.append(label(across(value), bottom + 20, short(value)))
    middle = (TOP + bottom) / 2
    parts.append(label(left - 48, middle, panel.up, turned=True))
    parts.append(f'<path d="M{left} {TOP}V{bottom}H{right}" fill="none" stroke="#444"/>')
    for (name, line), colour in zip(panel.lines.items(), COLOURS):
        points = [(across(value), up(height)) for value, height in zip(panel.values, line)]
        parts.append(
            f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(label(points[-1][0] + 7, points[-1][1] + 4, name, anchor="start", colour=colour))
    return parts


def powers(values):
    """The powers of ten from below the least to above the greatest value."""
    return range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)


def scale(values, start, end):
    """Logarithmic, from the power of ten below the least value to the one above the greatest."""
    least, most = powers(values)[0], powers(values)[-1]
    return lambda value: start + (math.log10(value) - least) / ((most - least) or 1) * (end - start)


def short(value):
    for size, letter in ((1e6, " M"), (1e3, " k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def label(x, y, words, *, size=13, anchor="middle", colour="#222", turned=False):
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{turn}>{escape(words)}</text>'
