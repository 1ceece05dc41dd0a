#!/usr/bin/env bash
# Gets the sources of a third party into a folder: Debian's source package, which is upstream's
# release with Debian's fixes for it (among them security fixes that upstream has not released).
#
#   tools/fetch.sh lwip FOLDER
#   tools/fetch.sh micropython FOLDER
#   tools/fetch.sh picolibc FOLDER
#
# Does nothing if they are there. Debian's mirror is the one this machine's apt uses; apt works on
# lists and caches of its own beside FOLDER, so that the machine's configuration stays as it is and
# root is not needed. The folder appears whole or not at all.
set -euo pipefail

suite=trixie
parts=""
case "${1:-}" in
lwip)
    release="lwIP 2.2.1" option="LWIP_DIR"
    orig="lwip_2.2.1+dfsg1.orig.tar.xz"
    sha256="83729c274c499d3348e9fbbe043a3113f3fa8953e7efddc7c21c7fcbb1f2b7b1"
    ;;
micropython)
    release="MicroPython 1.25.0" option="MICROPYTHON_DIR"
    orig="micropython_1.25.0+ds.orig.tar.xz"
    sha256="7b25be99a502f070b2de81dafc08da7051d992325d6e67daa9045a918fffdbea"
    ;;
picolibc)
    # Upstream's release alone: Debian changes only how the packages are built.
    release="picolibc 1.8.10" option="PICOLIBC_DIR" parts="--tar-only"
    orig="picolibc_1.8.10.orig.tar.gz"
    sha256="d1fc2a20f217472f8d9da084a519a25678e8d91852a41c7f3f1840d3508f7163"
    ;;
*) echo "usage: $0 lwip|micropython|picolibc FOLDER" >&2; exit 2 ;;
esac
package=$1
folder=${2:?usage: $0 lwip|micropython|picolibc FOLDER}

# The mark tells a folder of this release from one that an older checkout has left.
mark="$folder/.fetched"
if [ "$(cat "$mark" 2>/dev/null)" = "$sha256" ]; then
    exit 0
fi

give_up() {
    echo "fetch: $1" >&2
    echo "fetch: unpack the sources of $release yourself, and say where:" >&2
    echo "    make test $option=/path/to/sources    (or cmake -D$option=...)" >&2
    exit 1
}

for tool in apt-get dpkg-source flock sha256sum; do
    command -v $tool >/dev/null || give_up "$tool is not on this machine"
done

mkdir -p "$(dirname "$folder")"
parent=$(cd "$(dirname "$folder")" && pwd)
state="$parent/.apt"
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
exec 9>"$state/lock"
flock 9
work=$(mktemp -d "$parent/.$package.XXXXXX")
trap 'rm -rf "$work"' EXIT

apt() {
    apt-get -qq -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

# Debian's archive as this machine reaches it. Another archive under the same names is of no harm:
# the signature is checked.
mirrors() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk '$2 ~ /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing)$/ &&
             $3 == "main" && !seen[$1]++ { print $1 }'
}

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r $keyring ] || give_up "$keyring is missing (package debian-archive-keyring)"
echo "fetch: $release: Debian's source package from $suite"
found=""
for mirror in $(mirrors); do
    echo "deb-src [signed-by=$keyring] $mirror $suite main" >"$state/sources.list"
    if apt update && (cd "$work" && apt source --download-only $parts "$package"); then
        found=yes
        break
    fi
done
[ -n "$found" ] || give_up "no Debian archive that this machine's apt knows has it"

cd "$work"
[ -e "$orig" ] || give_up "$suite has another release now: $(echo *.orig.tar.*)"
echo "$sha256  $orig" | sha256sum --check --quiet || give_up "$orig is not the one expected"
# apt has checked every file against the archive's signature; no need to ask for the packager's too.
if [ -n "$parts" ]; then
    mkdir sources
    tar -xf "$orig" -C sources --strip-components=1
else
    dpkg-source -q --no-check --extract ./*.dsc sources
fi
echo "$sha256" >sources/.fetched

cd "$parent"
rm -rf "$(basename "$folder")"
mv "$work/sources" "$(basename "$folder")"
echo "fetch: $release is in $folder"
