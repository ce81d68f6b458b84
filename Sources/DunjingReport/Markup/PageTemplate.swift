/// The skeleton of the page.
enum PageTemplate {
  /// The page, as a Mustache template; double braces escape, triple braces do not.
  static let skeleton = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    {{#hasLetterhead}}<p class="letterhead"><strong>{{classification}}</strong><span>{{documentNumber}}</span></p>
    {{/hasLetterhead}}<h1>{{title}}</h1>
    {{#organization}}<p class="organization">{{organization}}</p>
    {{/organization}}    {{#summary}}<p class="summary">{{summary}}</p>{{/summary}}
    <p class="meta">{{meta}}</p>
    </header>
    <main>
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}}</h2>
    {{{body}}}
    </section>
    {{/sections}}
    </main>
    <nav aria-label="{{contents}}">
    <h2>{{contents}}</h2>
    <ol>
    {{#sections}}<li><a href="#{{id}}">{{title}}</a></li>
    {{/sections}}
    </ol>
    </nav>
    <script id="page-script">{{{script}}}</script>
    </body>
    </html>

    """
}
