curl 'https://api.example/v1/search?dry=true' \
  --header 'Content-Type: application/json' \
  --header 'x-api-key: SAY-FRIEND-AND-ENTER' \
  --data-raw $'{\x0a  "text": "l\'école \\"x\\" $HOME `id` c++ & 50% \\\\ ; | # première ligne\\nsecond line\\ttab carriage\\rreturn \\u0001 \x7f 検索 🎉 ñ ${key} {$key} $(id) %s <?php ?> </script> @file   edges  \\\\ \' =a&b=c",\x0a  "none": null,\x0a  "yes": true,\x0a  "no": false,\x0a  "count": 3,\x0a  "half": -0.5,\x0a  "big": 1e+21,\x0a  "list": [\x0a    1,\x0a    "two",\x0a    [],\x0a    {}\x0a  ],\x0a  "deep": {\x0a    "deeper": {\x0a      "0": "zero",\x0a      "it\'s": "$x",\x0a      "": "empty",\x0a      "__proto__x": 1\x0a    }\x0a  },\x0a  "numbered": {\x0a    "0": "a",\x0a    "1": "b"\x0a  },\x0a  "empty": {}\x0a}'
