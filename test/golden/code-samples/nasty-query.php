<?php
$query = http_build_query([
    'text0' => 'l\'école "x" $HOME `id` c++ & 50% \\ ; | #',
    'text1' => "première ligne\nsecond line\ttab",
    'text2' => "carriage\rreturn \x01 \x7f",
    'text3' => '検索 🎉 ñ',
    'text4' => '${key} {$key} $(id) %s <?php ?> </script>',
    'text5' => '@file',
    'text6' => '',
    'text7' => ' edges ',
    'text8' => '\\',
    'text9' => '\'',
    'text10' => '=a&b=c',
]);

$curl = curl_init('https://api.example/v1/search?' . $query);
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'x-api-key: SAY-FRIEND-AND-ENTER',
    ],
]);
$reply = curl_exec($curl);
if ($reply === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("HTTP $status: $reply");
}
print_r(json_decode($reply, true));
