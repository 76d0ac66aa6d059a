-- Which day of the week is the wettest? Compiled, never run.
select city, date_format(observed_on, 'EEEE') as weekday, round(avg(precipitation_mm), 2) as average_mm
from {{ ref('stg_weather') }}
group by city, date_format(observed_on, 'EEEE')
order by city, average_mm desc
