<?php
$curl = curl_init('https://api.example/v1/search');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Content-Type: text/plain',
    ],
    CURLOPT_POSTFIELDS => "@not-a-file l'école \"x\" \$HOME `id` c++ & 50% \\ ; | #\npremière ligne\nsecond line\ttab\ncarriage\rreturn \x01 \x7f\n検索 🎉 ñ\n\${key} {\$key} \$(id) %s <?php ?> </script>\n@file\n\n edges \n\\\n'\n=a&b=c",
]);
$reply = curl_exec($curl);
if ($reply === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("HTTP $status: $reply");
}
echo $reply;
