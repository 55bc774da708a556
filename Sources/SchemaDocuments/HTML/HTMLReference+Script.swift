extension HTMLReference {
  /// The search, which hides the fields that lack one of its words, and the copy buttons.
  static let script = #"""
    (() => {
      const form = document.getElementById('search');
      const query = document.getElementById('query');
      const found = document.getElementById('found');
      const fields = [...document.querySelectorAll('.field')];
      form.hidden = false;
      const show = () => {
        const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
        for (const field of fields) {
          field.hidden = !words.every((word) => field.dataset.search.includes(word));
        }
        for (const part of document.querySelectorAll('main > section, details:has(.field)')) {
          const isFound = part.querySelector('.field:not([hidden])') !== null;
          part.hidden = words.length > 0 && !isFound;
          if (part.tagName === 'DETAILS') part.open = words.length > 0 && isFound;
        }
        const count = fields.filter((field) => !field.hidden).length;
        found.textContent = words.length ? `${count} of ${fields.length} fields` : '';
      };
      const clear = () => { query.value = ''; show(); };
      query.addEventListener('input', show);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const first = fields.find((field) => !field.hidden);
        if (first && query.value) first.querySelector('a').focus();
      });
      addEventListener('keydown', (event) => {
        const isTyping = event.target.closest('input, textarea, select');
        if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          query.focus();
        } else if (event.key === 'Escape' && event.target === query) {
          clear();
        }
      });
      const follow = () => {
        const target = document.getElementById(decodeURI(location.hash.slice(1)))
          ?? document.getElementById(location.hash.slice(1));
        if (!target) return;
        if (target.closest('[hidden]')) clear();
        for (let part = target; part; part = part.parentElement?.closest('details')) {
          if (part.tagName === 'DETAILS') part.open = true;
        }
        target.scrollIntoView();
      };
      addEventListener('hashchange', follow);
      if (location.hash) follow();
      for (const figure of document.querySelectorAll('figure')) {
        const button = document.createElement('button');
        button.textContent = 'Copy';
        button.setAttribute('aria-label', `Copy: ${figure.querySelector('figcaption').textContent}`);
        button.addEventListener('click', async () => {
          const code = figure.querySelector('pre');
          try {
            await navigator.clipboard.writeText(code.textContent);
            button.textContent = 'Copied';
          } catch {
            getSelection().selectAllChildren(code);
            button.textContent = 'Selected';
          }
          setTimeout(() => { button.textContent = 'Copy'; }, 2000);
        });
        figure.append(button);
      }
    })();
    """#
}
