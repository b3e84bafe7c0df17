print("anslag")
