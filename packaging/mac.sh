#!/bin/sh
# Builds target/installers/*.dmg and *.pkg. Needs a JDK 25 (JAVA_HOME, or java), Maven and Xcode's command line tools.
# MAC_SIGNING_IDENTITY: the name of a Developer ID in the keychain, such as "Example Ltd (ABCDE12345)"; without it the app
# is signed for this machine only. MAC_NOTARY_PROFILE: a keychain profile of notarytool; without it nothing is notarized.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
app=target/package/Taskglass.app

mvn -q -DskipTests clean package
"$java" packaging/MakeAppImage.java

# The AOT cache was added to the image after jpackage had signed it.
if [ -n "${MAC_SIGNING_IDENTITY:-}" ]; then
    "${java%java}jpackage" --type app-image --app-image "$app" \
        --mac-sign --mac-signing-key-user-name "$MAC_SIGNING_IDENTITY"
else
    codesign --force --deep --sign - "$app"
fi

"$java" packaging/MakeInstallers.java dmg pkg

if [ -n "${MAC_NOTARY_PROFILE:-}" ]; then
    for installer in target/installers/*; do
        xcrun notarytool submit "$installer" --keychain-profile "$MAC_NOTARY_PROFILE" --wait
        xcrun stapler staple "$installer"
    done
fi
