// stands in until written
