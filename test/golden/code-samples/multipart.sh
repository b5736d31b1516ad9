curl 'https://api.example/v1/search' \
  --form-string 'title=it'\''s "x"; $HOME @x <y
next' \
  --form 'picture=@"picture.gif";filename="picture.gif";type=image/gif'
