#!/bin/sh
# Adapters that break the protocol or lie, one a word: sh rogue.sh MODE
mode=$1
count=0
last=

member() {
  value=${line#*"\"$1\":\""}
  value=${value%%\"*}
}

hello() {
  printf '{"type":"hello","protocol":%s,"name":"rogue","version":"","reports":"verdicts",' "$1"
  printf '"targets":["request","response"]}\n'
}

while IFS= read -r line; do
  member type
  case $value/$mode in
    hello/silent) exec sleep 60 ;;
    hello/dead) echo 'no such module' >&2; exit 3 ;;
    hello/chatty) echo 'Listening ...' ;;
    hello/future) hello 2 ;;
    */echo) echo "$line" ;;
    hello/*) hello 1 ;;
    bye/limping) exit 4 ;;
    bye/lingering) exec sleep 60 ;;
    bye/talkative) echo 'so long'; exit 0 ;;
    bye/*) exit 0 ;;
    check/*)
      count=$((count + 1))
      member id
      valid="{\"id\":\"$value\",\"outcome\":\"valid\"}"
      case $mode in
        invalid) echo "{\"id\":\"$value\",\"outcome\":\"invalid\"}" ;;
        mute) sleep 60 ;;
        wrong-id) echo "{\"id\":\"${value}x\",\"outcome\":\"valid\"}" ;;
        no-id) echo '{"outcome":"valid"}' ;;
        parrot) echo "$line" ;;
        novel) echo "{\"id\":\"$value\",\"outcome\":\"fine\"}" ;;
        errors-of-valid)
          echo "{\"id\":\"$value\",\"outcome\":\"valid\",\"errors\":[{\"pointer\":\"\",\"keyword\":\"type\"}]}"
          ;;
        garbage) printf '\033[31mTraceback\n' ;;
        unfinished) printf '{"id":' ; exit 0 ;;
        flood) exec yes '{"outcome":"valid","id":"' | tr -d '\n' ;;
        twice) echo "$valid"; echo "$valid" ;;
        late) [ -z "$last" ] || echo "$last"; last=$valid ;;
        fifth) [ "$count" -ne 5 ] || kill -9 $$; echo "$valid" ;;
        early-end) [ "$count" -ne 3 ] || exit 0; echo "$valid" ;;
        *) echo "$valid" ;;
      esac
      ;;
  esac
done
