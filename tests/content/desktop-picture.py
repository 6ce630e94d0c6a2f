"""Reads a picture with Qt's own readers, and says when it is refused or empty."""

import sys

from PyQt5.QtCore import QSize
from PyQt5.QtGui import QGuiApplication, QImageReader

application = QGuiApplication(sys.argv[:1])
reader = QImageReader(sys.argv[1])
reader.setScaledSize(QSize(96, 96))
picture = reader.read()
if picture.isNull():
    sys.exit(reader.errorString())
colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
if len(colours) < 2:
    sys.exit("the picture has one colour only")
