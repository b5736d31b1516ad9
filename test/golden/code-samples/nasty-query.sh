curl --get 'https://api.example/v1/search' \
  --data-urlencode 'text0=l'\''école "x" $HOME `id` c++ & 50% \ ; | #' \
  --data-urlencode 'text1=première ligne
second line	tab' \
  --data-urlencode $'text2=carriage\x0dreturn \x01 \x7f' \
  --data-urlencode 'text3=検索 🎉 ñ' \
  --data-urlencode 'text4=${key} {$key} $(id) %s <?php ?> </script>' \
  --data-urlencode 'text5=@file' \
  --data-urlencode 'text6=' \
  --data-urlencode 'text7= edges ' \
  --data-urlencode 'text8=\' \
  --data-urlencode 'text9='\''' \
  --data-urlencode 'text10==a&b=c' \
  --header 'x-api-key: SAY-FRIEND-AND-ENTER'
