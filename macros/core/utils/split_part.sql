{# One part of a text that is split at a delimiter; a negative number counts from the end. #}

{% macro split_part(string_text, delimiter_text, part_number) -%}
  {%- do return(adapter.dispatch("split_part", "dbt")(string_text, delimiter_text, part_number)) -%}
{%- endmacro %}

{% macro default__split_part(string_text, delimiter_text, part_number) -%}
  split_part({{ string_text }}, {{ delimiter_text }}, {{ part_number }})
{%- endmacro %}


{#- For engines whose split_part only counts from the start: how many parts there are, less some. #}
{% macro _split_part_negative(string_text, delimiter_text, part_number) -%}
  {%- set without = 'replace(' ~ string_text ~ ', ' ~ delimiter_text ~ ", '')" -%}
  split_part({{ string_text }}, {{ delimiter_text }}, length({{ string_text }}) - length({{ without }}) + 2 + {{ part_number }})
{%- endmacro %}
