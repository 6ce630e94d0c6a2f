[Appearance]
ColorScheme=Veilor
Font=Fira Code,11,-1,5,50,0,0,0,0,0

[General]
Name=Veilor
Parent=FALLBACK/

[Scrolling]
HistoryMode=1
HistorySize=10000

[Terminal Features]
BlinkingCursorEnabled=false
