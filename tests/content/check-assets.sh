#!/usr/bin/env bash
# The artwork is drawn here, refers to nothing outside, and its consumers can read it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need xmllint python3
cd "$repository/assets"

while read -r file; do
    claim "SVG: $file" xmllint --noout "$file"
    if hits=$(grep -nE 'xlink:href|href=|<image|<script|<text|url\((http|file|/)' "$file"); then
        not_ok "stands alone: $file" "$hits"
    else
        ok "stands alone: $file"
    fi
done < <(find . -name '*.svg' | sort)

for file in plymouth/veilor/*.png; do
    equals "PNG: $file" "$(head -c 8 "$file" | od -An -tx1 | tr -d ' \n')" 89504e470d0a1a0a
    claim "has its drawing: $file" test -f "plymouth/src/$(basename "$file" .png).svg"
done
size=$(du -sb . | cut -f1)
claim "small ($size bytes)" test "$size" -lt 400000

# Colours: every role is there, is three numbers, and text can be read on its ground (WCAG AA, 4.5).
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


for role in ("View", "Window", "Button", "Tooltip", "Complementary", "Header", "Selection"):
    group = scheme[f"Colors:{role}"]
    ground = group["BackgroundNormal"]
    for key in ("ForegroundNormal", "ForegroundInactive", "ForegroundLink", "ForegroundNegative",
                "ForegroundNeutral", "ForegroundPositive", "ForegroundVisited"):
        if role == "Complementary" and key != "ForegroundNormal":
            continue
        ratio = contrast(group[key], ground)
        assert ratio >= 4.5, f"{role}/{key}: {ratio:.2f}"
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
