# frozen_string_literal: true

# Renders Slate sources as Slate 2.13 would, with Slate's own parser, and without Slate: what Middleman, ActiveSupport and
# Slate's lib/ do around Redcarpet and Rouge is written here from their rules. Nothing of a source is run: config.rb is
# searched by pattern, of ERB only what is plainly said is done.
#
# In: a path a line on standard input (a project, its source folder or a page). Out: a line of JSON for each:
# { "pages": [{ "file", "tabs": [], "texts": [{ "file", "slate", "chosen" }] }] } or { "error" }. File names are relative to
# the folder of the index. `slate` is HTML as Slate prints it, `chosen` what Slate would print if the writer had
# left blank lines before lists and fences and if the inside of asides were Markdown.
require 'cgi'
require 'date'
require 'digest'
require 'json'
require 'psych'
require 'redcarpet'
require 'rouge'
require 'uri'

EXTENSIONS = {
  fenced_code_blocks: true, disable_indented_code_blocks: true, tables: true, strikethrough: true, no_intra_emphasis: true
}.freeze

# ActiveSupport's `parameterize`, with I18n's approximations for letters that Unicode does not decompose.
module Parameterize
  APPROXIMATIONS = {
    'Æ' => 'AE', 'Ð' => 'D', 'Ø' => 'O', 'Þ' => 'Th', 'ß' => 'ss', 'æ' => 'ae', 'ð' => 'd', 'ø' => 'o', 'þ' => 'th',
    '×' => 'x', 'Đ' => 'D', 'đ' => 'd', 'Ħ' => 'H', 'ħ' => 'h', 'ı' => 'i', 'Ĳ' => 'IJ', 'ĳ' => 'ij', 'ĸ' => 'k', 'Ŀ' => 'L',
    'ŀ' => 'l', 'Ł' => 'L', 'ł' => 'l', 'ŉ' => "'n", 'Ŋ' => 'NG', 'ŋ' => 'ng', 'Œ' => 'OE', 'œ' => 'oe', 'Ŧ' => 'T', 'ŧ' => 't'
  }.freeze

  def self.call(text)
    ascii = text.unicode_normalize(:nfc).gsub(/[^\x00-\x7f]/) { |letter| transliterate(letter) }
    ascii.gsub(/[^a-z0-9\-_]+/i, '-').squeeze('-').gsub(/^-|-$/, '').downcase
  end

  def self.transliterate(letter)
    return APPROXIMATIONS[letter] if APPROXIMATIONS.key?(letter)
    return '?' unless letter.ord.between?(0xc0, 0x17f)

    base = letter.unicode_normalize(:nfd).gsub(/[^\x20-\x7e]/, '')
    base.empty? ? '?' : base
  end
end

# Middleman's renderer with Slate's code blocks. `find_image` leads an image's path to the file that Middleman would show.
class PageRenderer < Redcarpet::Render::HTML
  def initialize(find_image, options = {})
    super(options)
    @find_image = find_image
  end

  # Middleman's link_to and image_tag.
  def link(target, title, content)
    "<a href=\"#{CGI.escapeHTML(target.to_s.empty? ? '#' : target)}\"#{title_of(title)}>#{content}</a>"
  end

  def image(target, title, alt)
    "<img src=\"#{CGI.escapeHTML(@find_image.call(target.to_s))}\" alt=\"#{CGI.escapeHTML(alt.to_s)}\"#{title_of(title)}>"
  end

  # Slate's lib/multilang.rb over middleman-syntax: the class of the tab stands behind the first text that is the name.
  def block_code(code, name)
    language = name && (name.split('--')[0] || '')
    html = "<div class=\"highlight\"><pre class=\"highlight #{tag_of(language)}\"><code>#{CGI.escapeHTML(code)}</code></pre></div>\n"
    name ? html.sub("highlight #{language}") { |found| "#{found} tab-#{name}" } : html
  end

  private

  def title_of(title)
    title.nil? ? '' : " title=\"#{CGI.escapeHTML(title)}\""
  end

  def tag_of(language)
    return 'plaintext' if language.nil?

    (Rouge::Lexer.find_fancy(language) || Rouge::Lexers::PlainText).tag
  rescue StandardError
    'plaintext'
  end
end

# Slate's lib/unique_head.rb: counts the names of one rendered file.
class CountedHeadings < PageRenderer
  def header(html, level)
    @counts ||= Hash.new(0)
    name = Parameterize.call(spelled(html))
    name = Digest::SHA1.hexdigest(html)[0, 10] if name.strip.empty?
    @counts[name] += 1
    name += "-#{@counts[name]}" if @counts[name] > 1
    "<h#{level} id='#{name}'>#{html}</h#{level}>"
  end

  def spelled(html)
    html.gsub(/<[^>]*>/, '')
  end
end

# The same in Slate 2.0, where the name of a tag is text, too.
class TaggedHeadings < CountedHeadings
  def spelled(html)
    html
  end
end

# Slate 1.0's redcarpet_header_fix.rb.
class JoinedHeadings < PageRenderer
  include Redcarpet::Render::SmartyPants

  def header(html, level)
    "<h#{level} id='#{html.downcase.gsub(/ +|\.+/, '-').gsub(/[^a-z0-9\-_]/, '')}'>#{html}</h#{level}>"
  end
end

# Slate's lib/nesting_unique_head.rb: names above are remembered over all files of a build.
class NestedHeadings < PageRenderer
  @history = {}
  class << self
    attr_accessor :history
  end

  def header(html, level)
    history = NestedHeadings.history
    name = Parameterize.call(html.gsub(/<[^>]*>/, ''))
    history[level] = Parameterize.call(html)
    (level - 1).downto(1) { |above| name = "#{history[above]}-#{name}" if history.key?(above) }
    "<h#{level} id='#{name}'>#{html}</h#{level}>"
  end
end

# Slate 1.x names no renderer: Redcarpet's own anchors. Its smart punctuation is an option of ours and not judged.
class OldHeadings < PageRenderer
  def initialize(find_image)
    super(find_image, with_toc_data: true)
  end
end

# One Slate source: where its files are and what its config.rb says.
class Source
  PAGE = /\A(.*?)(\.html?)?\.(md|markdown)(\.erb)?\z/.freeze
  FRONT_MATTER = /\A(?:\uFEFF)?---[ \t]*\r?\n(.*?)^(?:---+|\.\.\.)[ \t]*(?:\r?\n|\z)/m.freeze

  def initialize(path)
    @root = root_of(path)
    @only = File.file?(path) ? File.basename(path) : nil
    @config = [@root, File.dirname(@root)].map { |folder| File.join(folder, 'config.rb') }.find { |file| File.file?(file) }
    rule = @config && File.join(File.dirname(@config), 'lib', 'unique_head.rb')
    @is_tagged = rule && File.file?(rule) && read(rule).include?('text.parameterize')
    @config = @config ? read(@config) : 'renderer: UniqueHeadCounter'
    @settings = {}
    @config.gsub(/^\s*#.*$/, '').scan(/^\s*(?:set\s*\(?\s*:(\w+)\s*,|config\[:(\w+)\]\s*=)\s*(["'])([^"'#]*)\3/) do |set, index, _, value|
      @settings[set || index] = value
    end
  end

  def pages
    NestedHeadings.history = {}
    page_files.map { |file| page(file) }
  end

  private

  def root_of(path)
    return File.dirname(path) if File.file?(path)

    inner = File.join(path, 'source')
    File.directory?(inner) ? inner : path
  end

  def page_files
    return [@only] if @only

    files = Dir.glob('**/*', base: @root).select { |file| PAGE.match?(file) && File.file?(File.join(@root, file)) }
    files = files.reject { |file| file.match?(%r{(^|/)(?:[_.]|(?:includes|layouts|node_modules)/)}) }.sort
    # Of two files with one address the later is written over the other.
    files.to_h { |file| [file[PAGE, 1], file] }.values
  end

  def read(file)
    File.read(file, encoding: 'UTF-8').scrub.gsub(/\r\n?/, "\n").delete_prefix("\uFEFF")
  end

  def page(file)
    data, body = split(read(File.join(@root, file)))
    texts = [text(file, body)]
    (data['includes'] || []).each do |name|
      found = find_partial("includes/#{name}", file)
      texts << text(found, split(read(File.join(@root, found)))[1]) if found
    end
    tabs = (data['language_tabs'] || []).map { |tab| tab.is_a?(Hash) ? tab.keys.first.to_s : tab.to_s }
    { file: file, tabs: tabs, texts: texts }
  end

  def split(text)
    match = FRONT_MATTER.match(text)
    return [{}, text] unless match

    data = Psych.safe_load(match[1], permitted_classes: [Date, Time, Symbol], aliases: true)
    [data.is_a?(Hash) ? data : {}, match.post_match]
  rescue Psych::Exception
    [{}, match.post_match]
  end

  def text(file, body)
    { file: file, slate: render(file, body, false), chosen: render(file, body, true) }
  end

  # A file through its engines, the last ending first.
  def render(file, body, chosen)
    body = erb(file, body, chosen) if file.end_with?('.erb')
    return body unless file.match?(/\.(md|markdown)(\.erb)?\z/)

    chosen ? with_markdown_in_asides(markdown(file, body, lax_spacing: true), file) : markdown(file, body)
  end

  def markdown(file, body, further = {})
    Redcarpet::Markdown.new(renderer(file), EXTENSIONS.merge(further)).render(body)
  end

  def renderer(file)
    find_image = ->(target) { image_path(target, file) }
    case @config.gsub(/^\s*#.*$/, '')
    when /renderer\s*(?::|=>)\s*:?NestingUniqueHeadCounter/ then NestedHeadings.new(find_image)
    when /renderer\s*(?::|=>)/ then (@is_tagged ? TaggedHeadings : CountedHeadings).new(find_image)
    when /redcarpet_header_fix/ then JoinedHeadings.new(find_image)
    when /with_toc_data/ then OldHeadings.new(find_image)
    else CountedHeadings.new(find_image)
    end
  end

  def with_markdown_in_asides(html, file)
    html.gsub(%r{(<aside\b[^>]*>)(.*?)(</aside>)}m) do
      opening, inside, closing = Regexp.last_match.captures
      inner = markdown(file, inside.gsub(/^[ \t]+/, ''), lax_spacing: true).strip
      only = inner.match(%r{\A<p>((?:(?!<p>).)*)</p>\z}m)
      "#{opening}#{only ? only[1] : inner}#{closing}"
    end
  end

  # What is plainly said is done as Erubi does it, anything else stays as it is written.
  def erb(file, body, chosen)
    body = body.gsub(/^[ \t]*<%#.*?%>[ \t]*\n|<%#.*?%>/m, '')
    body = body.gsub(/<%-?\s*if false\s*-?%>(?:(?!<%-?[^=#]).)*<%-?\s*end\s*-?%>/m, '')
    body.gsub(/<%=(.*?)%>/m) do |tag|
      expression = Regexp.last_match(1).strip
      plain(expression) || partial(expression, file, chosen) || tag
    end
  end

  def plain(expression)
    case expression
    when /\Aconfig\[:(\w+)\]\z/, /\A(\w+)\z/ then @settings[Regexp.last_match(1)]
    when /\Adata\.(\w+)((?:\.\w+)+)\z/ then data_value(Regexp.last_match(1), Regexp.last_match(2).split('.').drop(1))
    when /\A(["'])([^"'#]*)\1\z/ then Regexp.last_match(2)
    end
  end

  def data_value(name, keys)
    file = Dir.glob(File.join(File.dirname(@root), 'data', "#{name}.{yml,yaml,json}")).first
    value = file && keys.reduce(Psych.safe_load(read(file))) { |at, key| at.is_a?(Hash) ? at[key] : nil }
    value.is_a?(String) || value.is_a?(Numeric) ? value.to_s : nil
  rescue Psych::Exception
    nil
  end

  def partial(expression, file, chosen)
    match = expression.match(/\Apartial[\s(]\s*:?(["'])([^"'#]*)\1(?:\s*,.*)?\)?\z/m)
    found = match && find_partial(match[2], file)
    found && render(found, split(read(File.join(@root, found)))[1], chosen)
  end

  # Middleman looks beside the page, then in the root; with an underscore, then without; by name, then with any ending.
  def find_partial(name, page)
    folder, base = File.split(name.sub(%r{\A/}, ''))
    places = [File.dirname(page), '.'].map { |from| File.join(from, folder) }.map { |place| place.gsub(%r{(\A|/)\.(?=/|\z)}, '').delete_prefix('/') }
    [base.start_with?('_') ? base : "_#{base}", base].each do |candidate|
      places.uniq.each do |place|
        path = [place, candidate].reject(&:empty?).join('/')
        found = Dir.glob("#{escaped(path)}{.*,}", base: @root).select { |file| File.file?(File.join(@root, file)) }.min_by { |file| ending_order(file) }
        return found if found
      end
    end
    nil
  end

  def escaped(path)
    path.gsub(/[\[\]{}*?\\]/) { |letter| "\\#{letter}" }
  end

  # The engine of the page first, which is Markdown.
  def ending_order(file)
    [file.match?(/\.(md|markdown)(\.erb)?\z/) ? 0 : 1, file.length]
  end

  # Middleman's asset_path: beside the page, in the root, in images/. A file that is nowhere is left as it is written.
  def image_path(target, page)
    return target if target.include?('//') || target.start_with?('data:', '/')

    name = target.sub(/[?#].*/m, '')
    beside = File.join(*[File.dirname(page), name].reject { |part| part == '.' })
    found = [beside, name, "images/#{name}"].find { |candidate| file?(candidate) }
    found ? "/#{found}" : target
  end

  def file?(name)
    File.file?(File.join(@root, name)) || File.file?(File.join(@root, URI.decode_www_form_component(name.gsub('+', '%2B'))))
  rescue ArgumentError
    false
  end
end

$stdout.sync = true
$stdin.each_line(chomp: true) do |path|
  puts JSON.generate({ pages: Source.new(path).pages })
rescue StandardError => e
  puts JSON.generate({ error: "#{e.class}: #{e.message} (#{e.backtrace.first})" })
end
