#!/bin/sh
# Puts Mizan into the menu of the person who runs this, and lets a double click open *.mizan files. Undo: install.sh --remove
set -eu
folder=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
if [ "${1:-}" = "--remove" ]; then
    rm -f "$share/applications/mizan.desktop" "$share/mime/packages/mizan.xml" "$share/icons/hicolor/256x256/apps/mizan.png"
else
    mkdir -p "$share/applications" "$share/mime/packages" "$share/icons/hicolor/256x256/apps"
    sed "s|@FOLDER@|$folder|" "$folder/mizan.desktop" > "$share/applications/mizan.desktop"
    cp "$folder/mizan.xml" "$share/mime/packages/"
    cp "$folder/mizan.png" "$share/icons/hicolor/256x256/apps/"
fi
for tool in "update-mime-database $share/mime" "update-desktop-database $share/applications"; do
    command -v "${tool%% *}" >/dev/null && $tool >/dev/null 2>&1 || true
done
