# Sourced, POSIX sh: exports JAVA_HOME of a JDK 25 or later. JAVA_HOME wins when it is one, then one beside the machine's default java,
# then the one whose javac is on the PATH. Without any, JAVA_HOME stays as it was and jdk25_missing is "yes".
jdk25_is() { [ -x "$1/bin/javac" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release" 2>/dev/null; }

jdk25_find() {
  if [ -n "${JAVA_HOME-}" ] && jdk25_is "$JAVA_HOME"; then return 0; fi
  for jdk25 in /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"; do
    if jdk25_is "$jdk25"; then
      JAVA_HOME=$jdk25
      return 0
    fi
  done
  return 1
}

if jdk25_find; then
  export JAVA_HOME
  jdk25_missing=
else
  jdk25_missing=yes
fi

# Ends the calling script with one line when there is no JDK 25: jdk25_required NAME
jdk25_required() {
  if [ -n "$jdk25_missing" ]; then
    echo "$1: no JDK 25 found: install one (for example Temurin 25) under /usr/lib/jvm, or set JAVA_HOME to it" >&2
    exit 2
  fi
}
