./chask organization create \
  --name "Fernweh Bikes" \
  --origin https://www.example.com \
  --agent-email ana@example.com \
  --agent-password 'a long pass phrase' \
  --json
