curl 'https://api.example/v1/search' \
  --header 'Content-Type: text/plain' \
  --data-raw $'@not-a-file l\'école "x" $HOME `id` c++ & 50% \\ ; | #\x0apremière ligne\x0asecond line\x09tab\x0acarriage\x0dreturn \x01 \x7f\x0a検索 🎉 ñ\x0a${key} {$key} $(id) %s <?php ?> </script>\x0a@file\x0a\x0a edges \x0a\\\x0a\'\x0a=a&b=c'
