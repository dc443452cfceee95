curl -s https://chat.example.com/v1/sessions \
  -H 'Content-Type: application/json' \
  -d '{"email":"ana@example.com","password":"…"}'
# → {"token":"…","agent":{…}}

curl -s 'https://chat.example.com/v1/conversations?status=open' \
  -H "Authorization: Bearer $TOKEN"
