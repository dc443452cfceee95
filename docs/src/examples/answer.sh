# One id for this message and all its repeats. On macOS: uuidgen | tr A-Z a-z
ID=$(cat /proc/sys/kernel/random/uuid)

curl -s "https://chat.example.com/v1/conversations/$CONVERSATION/messages" \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  -d '{"id":"'"$ID"'","content":"We ship tomorrow."}'
