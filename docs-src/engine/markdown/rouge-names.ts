// Printed by: ruby -e 'require "rouge"; puts Rouge::Lexer.all.map { |l| [l.tag, *l.aliases].uniq.grep_v(/,/).join(",") }.sort.join(" ")'

/** The lexers of Rouge 3.30.0, which colours Slate's code: each one's tag, then its aliases. Names with a comma are left out. */
const lexers = `
abap actionscript,as,as3 ada apache apex apiblueprint,apib applescript armasm augeas,aug awk
batchfile,bat,batch,dosbatch,winbatch bbcbasic bibtex,bib biml bpf brainfuck brightscript,bs,brs bsl c ceylon
cfscript,cfc clean clojure,clj,cljs cmake cmhg coffeescript,coffee,coffee-script
common_lisp,cl,common-lisp,elisp,emacs-lisp,lisp conf,config,configuration
console,terminal,shell_session,shell-session coq cpp,c++ crystal,cr csharp,c#,cs css csvs cuda cypher
cython,pyx,pyrex d,dlang dafny dart datastudio diff,patch,udiff digdag docker,dockerfile,Dockerfile dot ecl
eex,leex,heex eiffel elixir,exs elm email,eml,e-mail epp erb,eruby,rhtml erlang,erl escape,esc factor fluent,ftl
fortran freefem,ff fsharp gdscript,gd ghc-cmm,cmm ghc-core gherkin,cucumber,behat glsl go,golang gradle graphql
groovy hack,hh haml,HAML handlebars,hbs,mustache haskell,hs haxe,hx hcl hlsl hocon hql html http hylang,hy idlang
idris,idr igorpro ini io irb,pry irb_output isabelle,isa,Isabelle isbl j janet,jdn java javascript,js
jinja,django jsl json json-doc,jsonc jsonnet jsp jsx,react julia,jl kotlin lasso,lassoscript lean liquid
literate_coffeescript,litcoffee literate_haskell,lithaskell,lhaskell,lhs livescript,ls llvm lua lustre lutin m68k
magik make,makefile,mf,gnumake,bsdmake markdown,md,mkd mason mathematica,wl matlab,m meson minizinc
moonscript,moon mosel msgtrans mxml nasm nesasm,nes nginx nial nim,nimrod nix,nixos
objective_c,objc,obj-c,obj_c,objectivec
objective_cpp,objcpp,obj-cpp,obj_cpp,objectivecpp,objc++,obj-c++,obj_c++,objectivec++ ocaml ocl,OCL openedge
opentype_feature_file,fea,opentype,opentypefeature pascal perl,pl php,php3,php4,php5 plaintext,text plist plsql
pony postscript,postscr,ps,eps powershell,posh,microsoftshell,msshell praat prolog prometheus properties
protobuf,proto puppet,pp python,py q,kdb+ qml r,R,s,S racket reasonml rego rescript
robot_framework,robot,robot-framework ruby,rb rust,rs sas sass scala scheme scss sed shell,bash,zsh,ksh,sh sieve
slice slim smalltalk,st,squeak smarty sml,ml solidity sparql sqf sql ssh stan stata supercollider swift
systemd,unit-file syzlang syzprog tap tcl terraform,tf tex,TeX,LaTeX,latex toml tsx ttcn3 tulip turtle twig
typescript,ts vala vb,visualbasic vcl,varnishconf,varnish velocity verilog vhdl viml,vim,vimscript,ex vue,vuejs
wollok xml xojo,realbasic xpath xquery yaml,yml yang zig,zir
`;

/** Name or alias -> the lexer's tag, as Rouge finds it: `py` is `python`; a name that it does not know is not there. */
export const rougeTags: ReadonlyMap<string, string> = new Map(
  lexers
    .trim()
    .split(/\s+/)
    .flatMap((names) => {
      const [tag = '', ...aliases] = names.split(',');
      return [tag, ...aliases].map((name) => [name, tag] as const);
    }),
);
