#!/bin/sh
# Any program that reads a document and prints a result, here `conform check`: sh shell.sh [PROGRAM]
# Verdicts only: exit status 0 is valid, 1 is not, and the report tells invalid from malformed.
program=${1:-conform}

# Sets value to a member of the line. The protocol needs no more: its lines contain no escapes.
member() {
  value=${line#*"\"$1\":\""}
  value=${value%%\"*}
}

while IFS= read -r line; do
  member type
  case $value in
    hello)
      printf '{"type":"hello","protocol":1,"name":"shell","version":"%s",' "$("$program" --version)"
      printf '"reports":"verdicts","targets":["request","response"]}\n'
      ;;
    check)
      member target && schema=add-backup-destination.$value
      member base64
      report=$(printf %s "$value" | base64 -d |
        "$program" check --schema "$schema" --format ndjson)
      case $? in
        0) outcome=valid ;;
        1) outcome=${report#*\"outcome\":\"} outcome=${outcome%%\"*} ;;
        *) exit 1 ;;
      esac
      if [ "$outcome" = indeterminate ]; then outcome=unsupported; fi
      member id
      printf '{"id":"%s","outcome":"%s"}\n' "$value" "$outcome"
      ;;
    bye) exit 0 ;;
  esac
done
