"""Starts a Qt program with KDE's platform theme and compares its palette with a colour scheme file."""

import configparser
import sys

from PyQt5.QtGui import QPalette
from PyQt5.QtWidgets import QApplication

scheme = configparser.RawConfigParser(strict=False)
scheme.optionxform = str
scheme.read(sys.argv[1], encoding="utf-8")
palette = QApplication(sys.argv[:1]).palette()
roles = {
    QPalette.Window: ("Colors:Window", "BackgroundNormal"),
    QPalette.WindowText: ("Colors:Window", "ForegroundNormal"),
    QPalette.Base: ("Colors:View", "BackgroundNormal"),
    QPalette.Text: ("Colors:View", "ForegroundNormal"),
    QPalette.Button: ("Colors:Button", "BackgroundNormal"),
    QPalette.Highlight: ("Colors:Selection", "BackgroundNormal"),
    QPalette.HighlightedText: ("Colors:Selection", "ForegroundNormal"),
    QPalette.Link: ("Colors:View", "ForegroundLink"),
}
wrong = []
for role, (group, key) in roles.items():
    wanted = scheme[group][key]
    found = ",".join(str(part) for part in palette.color(QPalette.Active, role).getRgb()[:3])
    if found != wanted:
        wrong.append(f"{group}/{key}: {wanted} in the scheme, {found} in the program")
sys.exit("; ".join(wrong) or 0)
