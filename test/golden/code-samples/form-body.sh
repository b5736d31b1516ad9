curl 'https://api.example/v1/search' \
  --data-urlencode 'f%5B0%5D=l'\''école "x" $HOME `id` c++ & 50% \ ; | #' \
  --data-urlencode 'f%5B1%5D=première ligne
second line	tab' \
  --data-urlencode $'f%5B2%5D=carriage\x0dreturn \x01 \x7f' \
  --data-urlencode 'f%5B3%5D=検索 🎉 ñ' \
  --data-urlencode 'f%5B4%5D=${key} {$key} $(id) %s <?php ?> </script>' \
  --data-urlencode 'f%5B5%5D=@file' \
  --data-urlencode 'f%5B6%5D=' \
  --data-urlencode 'f%5B7%5D= edges ' \
  --data-urlencode 'f%5B8%5D=\' \
  --data-urlencode 'f%5B9%5D='\''' \
  --data-urlencode 'f%5B10%5D==a&b=c'
