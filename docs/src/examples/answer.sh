curl -s "https://chat.example.com/v1/conversations/$CONVERSATION/messages" \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  -d '{"id":"'"$(uuidgen | tr A-Z a-z)"'","content":"We ship tomorrow."}'
