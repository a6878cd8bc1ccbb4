import argparse
from os import path
parser = argparse.ArgumentParser()
parser.add_argument('--exists', action='store_const', const=lambda name: True)
parser.parse_args(['--exists'], namespace=path)
def f(n):
    return 0
