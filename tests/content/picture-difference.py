"""Prints by how much two PNG pictures differ: the mean difference of all bytes, 0 to 255. Different sizes are an error.

usage: picture-difference.py ONE.png OTHER.png
"""

import struct
import sys
import zlib


def pixels(path):
    """Width, height and the unfiltered bytes of a PNG with 8 bits a channel and no interlace."""
    with open(path, "rb") as file:
        data = file.read()
    at, compressed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", content)
            if depth != 8 or interlace:
                sys.exit(f"{path}: {depth} bits a channel, interlace {interlace}: not read here")
            step = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
        elif kind == b"IDAT":
            compressed += content
        at += length + 12
    raw, size = zlib.decompress(compressed), width * step
    above, lines = bytearray(size), []
    for row in range(height):
        filter_type = raw[row * (size + 1)]
        line = bytearray(raw[row * (size + 1) + 1:(row + 1) * (size + 1)])
        for i in range(size):
            left = line[i - step] if i >= step else 0
            corner = above[i - step] if i >= step else 0
            if filter_type == 1:
                line[i] = (line[i] + left) & 255
            elif filter_type == 2:
                line[i] = (line[i] + above[i]) & 255
            elif filter_type == 3:
                line[i] = (line[i] + (left + above[i]) // 2) & 255
            elif filter_type == 4:
                guess = left + above[i] - corner
                near = min((left, above[i], corner), key=lambda value: abs(guess - value))
                line[i] = (line[i] + near) & 255
        lines.append(bytes(line))
        above = line
    return width, height, b"".join(lines)


if __name__ == "__main__":
    one, other = pixels(sys.argv[1]), pixels(sys.argv[2])
    if one[:2] != other[:2] or len(one[2]) != len(other[2]):
        sys.exit(f"{one[0]}x{one[1]} against {other[0]}x{other[1]}")
    print(round(sum(abs(a - b) for a, b in zip(one[2], other[2])) / len(one[2]), 2))
