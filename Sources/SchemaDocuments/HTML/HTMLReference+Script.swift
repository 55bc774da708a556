extension HTMLReference {
  /// The search: hides the fields that do not have every word, and gives way to a link.
  static let script = #"""
    (() => {
      const form = document.getElementById('search');
      const query = document.getElementById('query');
      const found = document.getElementById('found');
      const fields = [...document.querySelectorAll('.field')];
      form.hidden = false;
      const show = () => {
        const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
        let count = 0;
        for (const field of fields) {
          const text = field.dataset.search;
          field.hidden = !words.every((word) => text.includes(word));
          if (!field.hidden) count += 1;
        }
        document.body.classList.toggle('searching', words.length > 0);
        found.textContent = words.length ? `${count} of ${fields.length} fields` : '';
      };
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
          query.value = '';
          show();
        }
      });
      const follow = () => {
        const target = document.getElementById(decodeURI(location.hash.slice(1)))
          ?? document.getElementById(location.hash.slice(1));
        if (!target) return;
        if (target.closest('[hidden]')) {
          query.value = '';
          show();
        }
        target.closest('details')?.setAttribute('open', '');
        target.scrollIntoView();
      };
      addEventListener('hashchange', follow);
      const narrow = matchMedia('(max-width: 800px)');
      const contents = document.querySelector('nav > details');
      if (narrow.matches) contents.open = false;
      if (location.hash) follow();
    })();
    """#
}
