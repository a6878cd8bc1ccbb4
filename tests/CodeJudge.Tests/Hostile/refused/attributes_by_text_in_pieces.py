def f(n):
    form = '{0._' + '_globals_' + '_}'
    return form.format(f)
