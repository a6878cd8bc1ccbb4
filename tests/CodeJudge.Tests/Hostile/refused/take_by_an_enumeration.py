from enum import Enum
class Own:
    def _convert_(self):
        pass
eval_ = list(Enum._convert_('Names', 'builtins', lambda name: name == 'eval'))[0].value
def f(n):
    return eval_('1')
