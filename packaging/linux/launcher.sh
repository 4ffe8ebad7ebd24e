#!/bin/sh
# Starts Taskglass: its window, or with a command what that does in a shell.
# JAVA_OPTS: more options for the JVM, separated by spaces.
# jpackage's own launcher would ask rpm and dpkg twice who it belongs to before it starts anything.

self=$(readlink -f "$0")
here=${self%/bin/*}
app=$here/lib/app

# Unquoted on purpose: JAVA_OPTS is a list of words.
exec "$here/lib/runtime/bin/java" @FLAGS@ \
    -XX:AOTCache="$app/taskglass.aot" -Xlog:disable -Xlog:all=error:stderr \
    --class-path "@CLASS_PATH@" ${JAVA_OPTS:-} taskglass.Taskglass "$@"
