#!/bin/sh
# Builds target/installers/*.deb and *.rpm. Needs a JDK 25 (JAVA_HOME, or java), Maven, dpkg-deb, rpmbuild. Without a
# display, xvfb-run provides a real one for the training run.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mvn -q -DskipTests clean package
display=
if [ -z "${DISPLAY:-}" ] && command -v xvfb-run >/dev/null; then
    display='xvfb-run -a'
fi
$display "$java" packaging/MakeAppImage.java
"$java" packaging/MakeInstallers.java deb rpm
