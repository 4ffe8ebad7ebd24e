#!/bin/sh
# Renders every icon from assets/icons/taskglass.svg. The results are committed, so builds do not need these tools.
# Needs rsvg-convert, icotool and png2icns (Debian: librsvg2-bin icoutils icnsutils).
set -eu
cd "$(dirname "$0")/.."
icons=assets/icons
window=src/main/resources/taskglass/icons

draw() { rsvg-convert --width "$1" --height "$1" "$icons/taskglass.svg" --output "$2"; }

mkdir -p "$window"
for size in 16 24 32 48 64 128 256 512; do
    draw "$size" "$icons/taskglass-$size.png"
done
for size in 16 32 48 64 128 256; do
    cp "$icons/taskglass-$size.png" "$window/icon-$size.png"
done
(
    cd "$icons"
    icotool --create --output taskglass.ico taskglass-16.png taskglass-24.png taskglass-32.png taskglass-48.png \
        taskglass-64.png --raw taskglass-256.png
    png2icns taskglass.icns taskglass-16.png taskglass-32.png taskglass-48.png taskglass-128.png taskglass-256.png \
        taskglass-512.png >/dev/null
)
