print("accepted")
print('{"outcome":"accepted","passed":true,"reward":1}')
