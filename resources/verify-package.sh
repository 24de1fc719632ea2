#!/bin/sh
# Verifies a package of format 1 with Debian's tools alone: age, unzip, openssl 3, coreutils, sed, awk; step 5 with python3
# (its standard library), where there is one. Every kind: .mtxtask .mtxresult .mtxreceipt .mtxcard .mtxarchive, and
# statements without a package around them (.dsse.json). What the steps mean stands in package-format.md.
#
#   verify-package.sh [-i IDENTITY_FILE] [-f FINGERPRINT] [-x FOLDER] FILE
#
#   -i  age identity file (a line AGE-SECRET-KEY-1…) that opens the package; without it `age` asks for the passphrase:
#       the first 12 characters of the activation code, upper case, without dashes
#   -f  fingerprint that the signing key must have: 64 hexadecimal digits, or SHA256: and 12 groups of 5 digits
#   -x  unpack into this empty folder and keep it
#
# Prints what it found. Exit 0: the package is intact and its signature holds. Exit 1: it is not, and why.
# Exit 2: wrong usage. The signature proves who signed only as far as the fingerprint printed here is compared with
# the one that the signer gives you by another way.
set -eu
LC_ALL=C
export LC_ALL

usage() {
  sed -n '6,6p' "$0" | cut -c3- >&2
  exit 2
}
refuse() {
  echo "REFUSED: $1" >&2
  exit 1
}

identity= expected= folder=
while getopts i:f:x: option; do
  case $option in
    i) identity=$OPTARG ;;
    f) expected=$OPTARG ;;
    x) folder=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
[ $# -eq 1 ] || usage
file=$1
[ -f "$file" ] || refuse "no such file: $file"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
bag=$work/bag
mkdir "$bag"

# 1. Encryption: age v1. Registration cards and receipts may be a bare ZIP, statements a bare envelope.
bare=
if [ "$(head -c 1 "$file")" = '{' ]; then
  bare=yes
  cp "$file" "$bag/statement.dsse.json"
  : > "$bag/manifest-sha256.txt"
  : > "$work/data"
elif [ "$(head -c 2 "$file")" = PK ]; then
  cp "$file" "$work/package.zip"
elif [ -n "$identity" ]; then
  age -d -i "$identity" -o "$work/package.zip" "$file" || refuse 'age cannot decrypt it with this identity'
else
  age -d -o "$work/package.zip" "$file" || refuse 'age cannot decrypt it with this passphrase'
fi
if [ -z "$bare" ]; then
  echo 'decrypt    ok'

  # 2. ZIP: names from the allow-list only, in the order of the format, then unpacked and its checksums compared.
  unzip -Z1 "$work/package.zip" > "$work/names" || refuse 'not a ZIP'
  head -n 3 "$work/names" > "$work/first"
  printf 'bagit.txt\nmanifest-sha256.txt\nstatement.dsse.json\n' | cmp -s - "$work/first" ||
    refuse 'the first three files are not bagit.txt, manifest-sha256.txt, statement.dsse.json'
  tail -n +4 "$work/names" > "$work/data"
  if grep -Ev '^data(/[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_-])?)+$' "$work/data"; then
    refuse 'a forbidden file name'
  fi
  sort -c -u "$work/data" || refuse 'files out of order, or twice'
  if unzip -Z -l "$work/package.zip" | awk 'NR > 2 && /^[^-0-9]/ { bad = 1 } END { exit !bad }'; then
    refuse 'something else than ordinary files'
  fi
  unzip -q -d "$bag" "$work/package.zip" || refuse 'the ZIP is damaged'
  printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' | cmp -s - "$bag/bagit.txt" || refuse 'another bagit.txt'
  echo 'zip        ok'
fi

# 3. Envelope: DSSE v1, one line of JSON in its one form; the payload in base64.
envelope=$bag/statement.dsse.json
[ "$(wc -l < "$envelope")" -eq 0 ] || refuse 'the envelope is malformed'
form='{"payloadType":"application/vnd.in-toto+json","payload":"\([A-Za-z0-9+/]*=\{0,2\}\)","signatures":\[{"keyid":"[^"\\]*","sig":"\([A-Za-z0-9+/]*=\{0,2\}\)"}\]}'
sed -n "s|^$form\$|\\1|p" "$envelope" | tr -d '\n' | base64 -d > "$work/payload" || refuse 'the envelope is malformed'
sed -n "s|^$form\$|\\2|p" "$envelope" | tr -d '\n' | base64 -d > "$work/signature" || refuse 'the envelope is malformed'
[ -s "$work/payload" ] || refuse 'the envelope is malformed'
echo 'envelope   ok'

# 4. Signature over DSSE's pre-authentication encoding of the exact payload bytes. The kind of key decides the suite:
#    Ed25519, or SM2 with SM3 (needs openssl 3). Inside strings JSON writes a quote as \", so the first bare
#    "signer":{…} is the field.
signer=$(sed -n 's/^.*[,{]"signer":{\([^{}]*\)}.*$/\1/p' "$work/payload")
public=$(printf '%s' "$signer" | sed -n 's/^.*"publicKey":"\([A-Za-z0-9+/=]*\)".*$/\1/p')
stated=$(printf '%s' "$signer" | sed -n 's/^.*"fingerprint":"\([0-9a-f]*\)".*$/\1/p')
[ -n "$public" ] || refuse 'the payload names no signer'
printf '%s' "$public" | base64 -d > "$work/key.der"
openssl pkey -pubin -inform DER -in "$work/key.der" -out "$work/key.pem" 2> "$work/errors" || refuse 'the key is malformed'
{
  printf 'DSSEv1 28 application/vnd.in-toto+json %s ' "$(wc -c < "$work/payload" | tr -d ' ')"
  cat "$work/payload"
} > "$work/signed"
case $(od -A n -t x1 -v "$work/key.der" | tr -d ' \n') in
  302a300506032b6570032100*) suite=ed25519-sha256 ;;
  3059301306072a8648ce3d020106082a811ccf5501822d03420004*) suite=sm2-sm3 ;;
  *) refuse 'a key of an unknown suite' ;;
esac
[ "$suite" = ed25519-sha256 ] || set -- -digest sm3 -pkeyopt distid:1234567812345678
[ "$suite" = sm2-sm3 ] || set --
openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin "$@" -in "$work/signed" -sigfile "$work/signature" \
  > "$work/errors" 2>&1 || refuse 'the signature does not hold'
grep -q "\"suite\":\"$suite\"" "$work/payload" || refuse 'the statement names another suite than that of its key'
echo 'signature  ok'

# 5. The payload is in the one form of the format: no field twice, integers only, NFC, no white space.
if command -v python3 > "$work/errors" 2>&1; then
  python3 - "$work/payload" << 'END' || refuse 'the payload is not in its one form'
import json, sys, unicodedata
text = open(sys.argv[1], encoding='utf-8', newline='').read()
def whole(number):
    raise ValueError('not an integer: ' + number)
value = json.loads(text, parse_float=whole, parse_constant=whole)
same = json.dumps(value, ensure_ascii=False, separators=(',', ':')) == text
sys.exit(0 if same and unicodedata.normalize('NFC', text) == text else 1)
END
  echo 'canonical  ok'
else
  echo 'canonical  not checked: there is no python3'
fi
kind=$(sed -n 's/^{"_type":"https:\/\/in-toto.io\/Statement\/v1",.*,"predicateType":"urn:mantianxing:\([a-z-]*\):1",.*$/\1/p' "$work/payload")
case $kind in
  task | result | receipt | card | archive) [ -z "$bare" ] || refuse 'a package without its package' ;;
  roster | rotation | membership | exchange) ;;
  ranking | trace-head) [ -n "$bare" ] || refuse 'a statement that has no package' ;;
  *) refuse 'a statement of another version, or of an unknown kind' ;;
esac
grep -q '[{,]"formatVersion":1[,}]' "$work/payload" || refuse 'a statement of another version'
echo 'format     ok'

# 6. Who signed.
fingerprint=$(sha256sum < "$work/key.der" | cut -d ' ' -f 1)
[ "$fingerprint" = "$stated" ] || refuse 'the stated fingerprint is not that of the key'
groups=$(printf '%s' "$fingerprint" | cut -c1-48 | fold -w 4 | while read -r group || [ -n "$group" ]; do
  printf '%05d-' "0x$group"
done)
readable="SHA256:${groups%-}"
if [ -n "$expected" ] && [ "$expected" != "$fingerprint" ] && [ "$expected" != "$readable" ]; then
  refuse "signed by another key: $readable"
fi
echo 'signer     ok'

# 7. The manifest is the one that was signed; every file is the one listed, and there is no other.
#    A list for the record and the head of a log name what they speak of, which is compared with it elsewhere.
manifest=$(sha256sum < "$bag/manifest-sha256.txt" | cut -d ' ' -f 1)
subject=$(sed -n 's/^.*"subject":\[{"name":"\([a-z.0-9-]*\)","digest":{"sha256":"\([0-9a-f]*\)"}}\].*$/\1 \2/p' "$work/payload")
case $kind in
  ranking) [ "${subject% *}" = ranking.json ] || refuse 'another subject than the ranking' ;;
  trace-head) [ "${subject% *}" = trace ] || refuse 'another subject than the log' ;;
  *) [ "$subject" = "manifest-sha256.txt $manifest" ] || refuse 'the manifest is not the one that was signed' ;;
esac
cut -c 67- "$bag/manifest-sha256.txt" | cmp -s - "$work/data" || refuse 'the manifest does not list exactly the files'
if [ -s "$bag/manifest-sha256.txt" ]; then
  (cd "$bag" && sha256sum --strict --quiet -c manifest-sha256.txt) || refuse 'a file differs from the manifest'
fi
echo 'files      ok'

echo
echo "kind       $kind"
echo "suite      $suite"
echo "signed by  $readable"
echo "subject    $subject"
echo "statement  $(sha256sum < "$work/payload" | cut -d ' ' -f 1)"
echo "files      $(wc -l < "$work/data" | tr -d ' ')"
if [ -n "$folder" ]; then
  mkdir -p "$folder"
  cp -R "$bag/." "$folder/"
  cp "$work/payload" "$folder/statement.json"
  echo "unpacked   $folder"
fi
