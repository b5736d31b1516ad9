curl 'https://api.example/v1/search' \
  --form 'meta="{\"a\": \"it'\''s; \\\"b\\\", $c\"}";type=application/json' \
  --form-string 'tag=@one' \
  --form-string 'tag='
