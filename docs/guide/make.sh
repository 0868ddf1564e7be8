#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The ePattern developers
# SPDX-License-Identifier: Apache-2.0
#
# Draws the pictures of docs/GUIDE.md anew: simulates a scan, runs the workflow on it with three values of the factor,
# and puts together what the runs wrote. Needs what ./epattern needs, a JDK, and Chromium for the pictures of the views.
set -eu

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/epattern-guide.XXXXXX")
trap 'rm -rf "$work"' EXIT

run() {
    "$root/epattern" "-workflowDir=$root/test-workflows/ePattern" -reset -nosave -failonloaderror \
        "-workflow.variable=input,'$work/scan.blo',String" "$@"
}

"$root/epattern" --help >/dev/null # builds
classes=$root/engine/target/classes:$root/plugin/lib/*
java -cp "$classes" org.epattern.simulate.WriteSimulatedScan "$work/scan.blo" 33 25 160 3 MID

checks=$root/knime-standin/checks/src/test/java/org/epattern/checks
mkdir "$work/classes"
javac -d "$work/classes" -cp "$classes" "$checks/Csv.java" "$checks/Overview.java" "$checks/GuidePictures.java" \
    "$checks/FreeRunningCamera.java"

# the dark field is that of one spot of the grain in the middle
run --out "$work/4.5" --pictures 825 -option=5,darkField,true,boolean -option=5,regionX,-16.8,double \
    -option=5,regionY,4.5,double -option=5,outerRadius,4,double
for factor in 2 12; do
    run --out "$work/$factor" "-option=3,factor,$factor,double"
done

# the same scan, recorded by a camera that was not synchronised; one line is enough for the picture of all
java -cp "$work/classes:$classes" org.epattern.checks.FreeRunningCamera "$work/scan.blo" "$work/frames.raw"
"$root/epattern" "-workflowDir=$root/test-workflows/ePattern" -reset -nosave -failonloaderror --out "$work/lines" \
    "-workflow.variable=input,'$work/frames.raw',String" -option=1,format,RAW,String \
    -option=1,patternWidth,160,int -option=1,patternHeight,160,int -option=1,sampleType,UINT8,String \
    -option=1,scanSize,LINES,String -option=1,region,RECTANGLE,String -option=1,regionHeight,1,int

java -Djava.awt.headless=true -cp "$work/classes:$classes" org.epattern.checks.GuidePictures \
    "$work" "$root/docs/guide"

# the views, as a browser shows them, until Enter is pressed
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "no Chromium: the pictures of the views stay as they are" >&2
    exit 0
}
mkfifo "$work/input"
run --view <"$work/input" >"$work/view.log" &
exec 3>"$work/input"
until address=$(grep -o 'http://127[0-9.:]*/' "$work/view.log"); do
    kill -0 $! # ends here if the run failed
    sleep 1
done
look() { # name, number of the view, height
    "$browser" --headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
        --user-data-dir="$work/browser" --window-size="1180,$3" --force-device-scale-factor=0.75 \
        --virtual-time-budget=20000 --screenshot="$root/docs/guide/view-$1.png" "${address}views/$2/"
}
look navigator 1 1000
look maps 2 1000
look quality 3 1250
echo >&3
wait
