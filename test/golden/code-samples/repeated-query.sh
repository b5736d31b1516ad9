curl --get 'https://api.example/v1/search' \
  --data-urlencode 'tag=l'\''un' \
  --data-urlencode 'tag=$deux' \
  --data-urlencode '2=two' \
  --data-urlencode '1=one'
