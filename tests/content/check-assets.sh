#!/usr/bin/env bash
# The artwork is drawn here, refers to nothing outside, and its consumers can read it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need xmllint python3 rsvg-convert
cd "$repository/assets"

while read -r file; do
    claim "SVG: $file" xmllint --noout "$file"
    if hits=$(grep -nE 'xlink:href|href=|<image|<script|<text|url\((http|file|/)' "$file"); then
        not_ok "stands alone: $file" "$hits"
    else
        ok "stands alone: $file"
    fi
done < <(find . -name '*.svg' | sort)

# Each picture is what its drawing looks like now; another version of the renderer may round differently.
rendered=$(mktemp -d)
trap 'rm -rf "$rendered"' EXIT
claim "the drawings render" "$here/../render-assets" "$rendered"
equals "every picture comes from a drawing" "$(find . -name '*.png' | sort)" "$(cd "$rendered" && find . -name '*.png' | sort)"
while read -r file; do
    difference=$(python3 "$here/picture-difference.py" "$file" "$rendered/$file" 2>&1 || true)
    claim "is its drawing: $file" awk -v found="$difference" 'BEGIN { if (found !~ /^[0-9.]+$/ || found + 0 > 2) { print found; exit 1 } }'
done < <(find . -name '*.png' | sort)
for file in logo/png/*.png; do
    size=$(basename "$file" .png)
    equals "has the size of its name: $file" "$(od -An -t u1 -j 16 -N 8 "$file" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }')" "$size $size"
done
# Plasma gives a symbolic icon the colour of the text around it, where the drawing names that class of colour.
claim "the symbolic mark takes the colour of the text" xmllint --xpath '//*[local-name()="path"][@class="ColorScheme-Text" and contains(@style, "currentColor")]' logo/veilor-symbolic.svg
equals "and of no other" "$(grep -c 'fill="#' logo/veilor-symbolic.svg || true)" 0
rsvg-convert logo/veilor-wordmark.svg --output "$rendered/wordmark.png"
claim "the word mark has as much air on its left as on its right" python3 -B - "$here" "$rendered/wordmark.png" <<'PY'
import importlib, sys

sys.path.insert(0, sys.argv[1])
width, height, data = importlib.import_module("picture-difference").pixels(sys.argv[2])
step = len(data) // (width * height)
drawn = [x for x in range(width) if any(data[(y * width + x) * step + step - 1] for y in range(height))]
air = drawn[0], width - 1 - drawn[-1]
assert abs(air[0] - air[1]) <= 1, air
PY
size=$(du -sb . | cut -f1)
claim "small ($size bytes)" test "$size" -lt 400000

# Colours: every role is there, is three numbers, and each kind of text can be read on both its grounds (WCAG AA, 4.5).
for scheme in kde/color-schemes/*.colors; do
    claim "colours: $scheme" python3 - "$scheme" <<'PY'
import configparser, sys

scheme = configparser.RawConfigParser(strict=False)
scheme.optionxform = str
scheme.read(sys.argv[1], encoding="utf-8")


def luminance(text):
    parts = []
    for number in text.split(","):
        value = int(number)
        assert 0 <= value <= 255, text
        value /= 255
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    assert len(parts) == 3, text
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


FOREGROUNDS = ("Normal", "Inactive", "Active", "Link", "Negative", "Neutral", "Positive", "Visited")
ROLES = ("View", "Window", "Button", "Tooltip", "Complementary", "Header", "Header][Inactive", "Selection")
assert {f"Colors:{role}" for role in ROLES} == {group for group in scheme.sections() if group.startswith("Colors:")}
low = []
for role in ROLES:
    group = scheme[f"Colors:{role}"]
    for ground in ("BackgroundNormal", "BackgroundAlternate"):
        for key in FOREGROUNDS:
            ratio = contrast(group[f"Foreground{key}"], group[ground])
            if ratio < 4.5:
                low.append(f"{role}/Foreground{key} on {ground}: {ratio:.2f}")
    # The frame of what has the focus is no text: 3 (WCAG 1.4.11). In a selection it lies on the view around it.
    for key in ("DecorationFocus", "DecorationHover"):
        ratio = contrast(group[key], scheme["Colors:View" if role == "Selection" else f"Colors:{role}"]["BackgroundNormal"])
        if ratio < 3:
            low.append(f"{role}/{key}: {ratio:.2f}")
for state in ("active", "inactive"):
    ratio = contrast(scheme["WM"][f"{state}Foreground"], scheme["WM"][f"{state}Background"])
    if ratio < 4.5:
        low.append(f"WM/{state}: {ratio:.2f}")
assert not low, "; ".join(low)
assert scheme["General"]["Name"] and scheme["WM"]["activeBackground"]
PY
done
for theme in kde/look-and-feel/*/metadata.json kde/wallpaper-metadata.json; do
    claim "JSON: $theme" python3 -m json.tool "$theme"
done
for theme in dark light; do
    equals "global theme $theme is its folder's" \
        "$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["KPlugin"]["Id"])' "kde/look-and-feel/org.veilor.os.$theme/metadata.json")" \
        "org.veilor.os.$theme"
done
claim "Konsole colours are complete" test "$(grep -cE '^\[(Background|Foreground|Color[0-7])(Faint|Intense)?\]$' konsole/Veilor.colorscheme)" -eq 30
finish
