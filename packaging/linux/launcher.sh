#!/bin/sh
# Starts Taskglass: the window, or a shell command.
# JAVA_OPTS: more options for the JVM, separated by spaces.
# jpackage's own launcher would ask rpm and dpkg twice which package it belongs to before it starts anything.

self=$(readlink -f "$0")
here=${self%/bin/*}
app=$here/lib/app

# Unquoted on purpose: JAVA_OPTS is a list of options.
exec "$here/lib/runtime/bin/java" @FLAGS@ "-Dtaskglass.program=$self" "-Dorg.sqlite.lib.path=$app" \
    -XX:AOTCache="$app/taskglass.aot" -Xlog:disable -Xlog:all=error:stderr \
    --class-path "@CLASS_PATH@" ${JAVA_OPTS:-} taskglass.Taskglass "$@"
