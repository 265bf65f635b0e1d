"""What a document may state, field by field; each candidate says where it stands and why it is proposed.

`proposals.propose` is the door.
"""
